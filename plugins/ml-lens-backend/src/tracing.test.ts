// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { TracingService } from '@backstage/backend-plugin-api/alpha';
import { ServiceFactoryTester } from '@backstage/backend-test-utils';
import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { testDatabases } from './__testUtils__/databases';
import { reviewInUse } from './__testUtils__/serviceFixtures';
import { tracedWriter } from './reviews/tracedWriter';
import { traceMethods } from './tracing';

jest.setTimeout(60_000);

const databases = testDatabases();
const exporter = new InMemorySpanExporter();

/** Backstage's own service, above the SDK of OpenTelemetry. */
async function tracingOfPortal(): Promise<TracingService> {
  return await ServiceFactoryTester.from(
    tracingServiceMock.factory(),
  ).getSubject('ml-lens');
}

describe.each(databases.ids)('spans on %s', id => {
  beforeAll(() => {
    trace.setGlobalTracerProvider(
      new BasicTracerProvider({
        spanProcessors: [new SimpleSpanProcessor(exporter)],
      }),
    );
  });
  beforeEach(() => exporter.reset());
  afterAll(() => trace.disable());

  it('are around what a review is written with, and name no person', async () => {
    const { answer, writer } = await reviewInUse(await databases.create(id));
    tracedWriter(await tracingOfPortal(), writer);
    await answer('goal', 'goal_b');
    const [span, ...others] = exporter.getFinishedSpans();
    expect(others).toEqual([]);
    expect(span).toMatchObject({
      name: 'ml_lens.review.write',
      attributes: { 'ml_lens.lens': 'phased', 'ml_lens.changed': true },
    });
    expect(JSON.stringify(span.attributes)).not.toContain('user:');
  });

  it('are around what a service calls itself, and say that it failed', async () => {
    class Service {
      async run(times: number) {
        if (times > 1) throw new RangeError('too often');
        return times;
      }

      async outer() {
        return await this.run(2);
      }
    }
    const service = traceMethods(await tracingOfPortal(), new Service(), {
      run: { name: 'run', asked: times => ({ times }) },
    });
    expect(await service.run(1)).toBe(1);
    await expect(service.outer()).rejects.toThrow('too often');
    expect(
      exporter
        .getFinishedSpans()
        .map(({ attributes, status }) => [attributes.times, status.code]),
    ).toEqual([
      [1, expect.anything()],
      [2, SpanStatusCode.ERROR],
    ]);
  });
});
