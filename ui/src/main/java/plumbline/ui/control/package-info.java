/// Small parts that several rooms of the window are built of.
package plumbline.ui.control;
