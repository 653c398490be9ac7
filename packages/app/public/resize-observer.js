// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// A popover of react-aria measures itself while it opens. When it grows in the
// same frame, the browser says so as an error of the window, and goes on with
// the next frame: nothing is wrong, and nothing of it can be mended here. The
// development server would cover the screen with it. It listens from its first
// line on, and listeners of such errors are heard in the order they came: this
// file has to stand before the bundles.
window.addEventListener('error', event => {
  if (event.message.startsWith('ResizeObserver loop ')) {
    event.stopImmediatePropagation();
  }
});
