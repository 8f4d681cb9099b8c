package org.bellwether.app.notify.channel;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.bellwether.home.Json;
import tools.jackson.databind.JsonNode;

/** A receiver of webhooks on this machine, which remembers what it was sent and holds it against its signature as a real one would. */
public final class HookServer implements AutoCloseable {

    public static final String SECRET = "a secret of the desk and the home";

    private final HttpServer server;
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Integer> answers = new ArrayDeque<>();
    private String content = "";

    /** A request that came. */
    public record Request(String path, String delivery, String signature, String authorization, String body) {

        public JsonNode json() {
            return Json.MAPPER.readTree(body);
        }

        /** Whether it was signed with the secret, over its time and every byte of its body. */
        public boolean isGenuine(String secret) {
            String[] parts = signature.split(",");
            String seconds = parts[0].substring("t=".length());
            return parts[1].equals("v1=" + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(seconds + "." + body))
                    && Math.abs(Long.parseLong(seconds) - System.currentTimeMillis() / 1000) < 300;
        }
    }

    public HookServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            requests.add(new Request(exchange.getRequestURI().getPath(), headers.getFirst("X-Bellwether-Delivery"), headers.getFirst("X-Bellwether-Signature"),
                    headers.getFirst("Authorization"), body));
            int answer;
            synchronized (answers) {
                answer = answers.isEmpty() ? 200 : answers.size() == 1 ? answers.peek() : answers.poll();
            }
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** Statuses one after the other; the last one from then on. */
    public HookServer answering(Integer... statuses) {
        synchronized (answers) {
            answers.clear();
            answers.addAll(List.of(statuses));
        }
        return this;
    }

    /** What it answers with beside the status. */
    public HookServer saying(String text) {
        content = text;
        return this;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
