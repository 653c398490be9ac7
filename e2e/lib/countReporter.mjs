// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// Ends with the line that .ci/run reads. What could not run has failed.
export default class CountReporter {
  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    const tests = this.suite?.allTests() ?? [];
    const passed = tests.filter(test => test.outcome() === 'expected').length;
    console.log(`\n${passed} passed, ${tests.length - passed} failed`);
  }

  // The list says the rest.
  printsToStdio() {
    return false;
  }
}
