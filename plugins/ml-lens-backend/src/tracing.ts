// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  TracingService,
  TracingServiceAttributes,
} from '@backstage/backend-plugin-api/alpha';

/** Makes spans. */
export type Tracing = Pick<TracingService, 'startActiveSpan'>;

/** The span around a method. Attributes name no person and no workload. */
type SpanOf<Method> = Method extends (
  ...args: infer Args
) => Promise<infer Result>
  ? {
      name: string;
      /** What is known before it runs. */
      asked?: (...args: Args) => TracingServiceAttributes;
      /** What it came to. */
      found?: (result: Result) => TracingServiceAttributes;
    }
  : never;

/**
 * Makes methods of a service run in spans of their own, also where the service
 * calls them itself. Where no SDK of OpenTelemetry is loaded, nothing is kept.
 *
 * @returns the service
 */
export function traceMethods<Service extends object>(
  tracing: Tracing,
  service: Service,
  spans: { [Name in keyof Service]?: SpanOf<Service[Name]> },
): Service {
  for (const key of Object.keys(spans) as (keyof Service)[]) {
    const { name, asked, found } = spans[key] as SpanOf<
      (...args: unknown[]) => Promise<unknown>
    >;
    const method = service[key] as (...args: unknown[]) => Promise<unknown>;
    const traced = async (...args: unknown[]) =>
      await tracing.startActiveSpan(
        name,
        { attributes: asked?.(...args) },
        async span => {
          const result = await method.apply(service, args);
          for (const [attribute, value] of Object.entries(
            found?.(result) ?? {},
          )) {
            if (value !== undefined) {
              span.setAttribute(attribute, value);
            }
          }
          return result;
        },
      );
    Object.defineProperty(service, key, { value: traced });
  }
  return service;
}
