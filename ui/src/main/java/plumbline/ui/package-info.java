/// The window. One room per screen; `fx` is the only place where threads meet.
package plumbline.ui;
