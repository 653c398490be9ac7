// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ReadableStream } from 'node:stream/web';
import { readLines } from './readLines';

function streamOf(...chunks: string[]) {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      chunks.forEach(chunk => controller.enqueue(encoder.encode(chunk)));
      controller.close();
    },
  }) as unknown as globalThis.ReadableStream<Uint8Array>;
}

async function all(...chunks: string[]) {
  const lines: string[] = [];
  for await (const line of readLines(streamOf(...chunks))) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it('puts lines together however they arrive', async () => {
    expect(await all('{"a":1}\n{"b', '":2}\n', '\n{"c":3}')).toEqual([
      '{"a":1}',
      '{"b":2}',
      '{"c":3}',
    ]);
    expect(await all()).toEqual([]);
  });
});
