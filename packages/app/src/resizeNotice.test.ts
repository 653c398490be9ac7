import { ignoreResizeNotice } from './resizeNotice';

describe('ignoreResizeNotice', () => {
  it('keeps the notice, and nothing else, from those who listen', () => {
    const heard: string[] = [];
    window.addEventListener('error', event => heard.push(event.message));
    ignoreResizeNotice();
    for (const message of [
      'ResizeObserver loop completed with undelivered notifications.',
      'ResizeObserver is not defined',
      'Something is wrong',
    ]) {
      window.dispatchEvent(new ErrorEvent('error', { message }));
    }
    expect(heard).toEqual([
      'ResizeObserver is not defined',
      'Something is wrong',
    ]);
  });
});
