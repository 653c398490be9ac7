// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// What a parser of JUnit reports understands of INPUT, as JSON.
import { parse } from 'junit2json';

process.stdout.write(JSON.stringify(await parse(process.env.INPUT)));
