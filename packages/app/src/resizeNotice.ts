/**
 * Keeps one harmless notice of the browser from the screen-wide error of the
 * development server. A popover of react-aria measures itself while it opens;
 * when it grows in the same frame, the browser says "ResizeObserver loop
 * completed with undelivered notifications" as an error, and delivers them with
 * the next frame. Nothing is wrong, and nothing of it can be mended from here.
 */
export function ignoreResizeNotice(): void {
  window.addEventListener(
    'error',
    event => {
      if (event.message.startsWith('ResizeObserver loop ')) {
        event.stopImmediatePropagation();
      }
    },
    // Before the listener of the development server, which was there first.
    { capture: true },
  );
}
