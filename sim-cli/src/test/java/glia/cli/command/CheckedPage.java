package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import glia.cli.run.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A page opened in a real browser: a copy of it with a script that looks at every picture, table and control, clicks every button,
 * and hears every fault.
 */
record CheckedPage(Browser browser, Path folder) {
    private static final String EARS = """
            window.faults = [];
            window.addEventListener('error', event => window.faults.push('error: ' + event.message));
            window.addEventListener('securitypolicyviolation', event =>
              window.faults.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
            """;

    /** A copy that checks itself, with more HTML at its end; its policy lets just the two scripts more in. */
    Path checking(Path page, String more) throws IOException {
        return checking(page, more, "");
    }

    /** As above, with a script that runs before the check. */
    Path checking(Path page, String more, String script) throws IOException {
        String check;
        try (InputStream in = CheckedPage.class.getResourceAsStream("check.js")) {
            check = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String first = script.isEmpty() ? "" : "<script>" + script + "</script>";
        String html = Files.readString(page)
                .replace(
                        "script-src '",
                        "script-src '" + hash(EARS) + "' '" + hash(check) + "' '" + hash(script) + "' '")
                .replace("<title>", "<script>" + EARS + "</script><title>")
                .replace("</body>", more + first + "<script>" + check + "</script></body>");
        return Files.writeString(folder.resolve("checking.html"), html);
    }

    private static String hash(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Provenance.sha256(text)));
    }

    /** What the check found. */
    JsonNode checked(Path page, String... options) throws Exception {
        String dom = browser.open(page, options);
        String mark = "<pre id=\"report-of-the-check\">";
        assertTrue(dom.contains(mark), dom.substring(Math.max(0, dom.length() - 500)));
        String report = dom.substring(dom.indexOf(mark) + mark.length(), dom.lastIndexOf("</pre>"));
        String plain = report.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return new JsonMapper().readTree(plain);
    }
}
