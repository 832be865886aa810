/// Where it is all put together.
package plumbline.app;
