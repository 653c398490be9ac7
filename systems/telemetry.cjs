// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Loaded into a backend before all else, as operators load the SDK of
// OpenTelemetry: figures for a Prometheus on a port of their own.
const { metrics } = require('@opentelemetry/api');
const { PrometheusExporter } = require('@opentelemetry/exporter-prometheus');
const { MeterProvider } = require('@opentelemetry/sdk-metrics');

// Node.js hands its options on to the programs it starts.
if (process.env.TELEMETRY_PORT && process.argv.includes('--config')) {
  metrics.setGlobalMeterProvider(
    new MeterProvider({
      readers: [
        new PrometheusExporter({ port: Number(process.env.TELEMETRY_PORT) }),
      ],
    }),
  );
}
