/// Starts the window: the JavaFX application, and what it needs of the system.
package plumbline.app.window;
