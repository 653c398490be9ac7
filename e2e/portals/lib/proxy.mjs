// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A proxy that serves a portal below a path and takes the path off, as ingress
// controllers do.
import http from 'node:http';
import { connect } from 'node:net';

/**
 * @param port where it listens
 * @param prefix the path, e.g. `/portal`
 * @param target port of the portal
 */
export async function startStrippingProxy(port, prefix, target) {
  const inner = url => url.slice(prefix.length) || '/';
  const isBelow = url => url === prefix || url.startsWith(`${prefix}/`);
  const server = http.createServer((request, response) => {
    if (!isBelow(request.url)) {
      response.writeHead(404).end();
      return;
    }
    const { method, headers, url } = request;
    const onward = http.request(
      { host: '127.0.0.1', port: target, method, headers, path: inner(url) },
      answer => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  server.on('upgrade', (request, socket, head) => {
    const onward = connect(target, '127.0.0.1', () => {
      const { rawHeaders, method, url } = request;
      const lines = [`${method} ${inner(url)} HTTP/1.1`];
      for (let i = 0; i < rawHeaders.length; i += 2) {
        lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
      }
      onward.write(`${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
  return {
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
