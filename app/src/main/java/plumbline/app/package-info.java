/// Where it is all put together: [Main] decides between window and command line, [OpenHome] opens
/// what both stand on. The only package that calls constructors of other modules.
package plumbline.app;
