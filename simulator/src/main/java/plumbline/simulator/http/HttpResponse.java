package plumbline.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One answer.
///
/// @param headers name and value each, without those that the connection adds (length, encoding,
///   connection)
/// @param body not compressed
public record HttpResponse(int status, List<Header> headers, byte[] body) {

    /// Name and value.
    public record Header(String name, String value) {}

    /// JSON.
    public static HttpResponse json(int status, byte[] body) {
        return new HttpResponse(
                status,
                List.of(new Header("Content-Type", "application/json;charset=UTF-8")),
                body);
    }

    /// JSON.
    public static HttpResponse json(int status, String body) {
        return json(status, body.getBytes(StandardCharsets.UTF_8));
    }

    /// A page as proxies and firewalls send it.
    public static HttpResponse html(int status, String title) {
        String page =
                "<html>\r\n<head><title>"
                        + status
                        + " "
                        + title
                        + "</title></head>\r\n<body>\r\n<center><h1>"
                        + status
                        + " "
                        + title
                        + "</h1></center>\r\n</body>\r\n</html>\r\n";
        return new HttpResponse(
                status,
                List.of(new Header("Content-Type", "text/html")),
                page.getBytes(StandardCharsets.UTF_8));
    }

    /// The same with one more header.
    public HttpResponse with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpResponse(status, List.copyOf(more), body);
    }

    /// The same with another body.
    public HttpResponse withBody(byte[] other) {
        return new HttpResponse(status, headers, other);
    }

    /// The phrase beside a status.
    static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 411 -> "Length Required";
            case 413 -> "Content Too Large";
            case 418 -> "I'm a teapot";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Time-out";
            default -> "Status " + status;
        };
    }
}
