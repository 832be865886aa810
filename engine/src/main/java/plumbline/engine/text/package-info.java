/// Words and numbers as people read them, the same in messages, on the command line, in reports and
/// in the window.
package plumbline.engine.text;
