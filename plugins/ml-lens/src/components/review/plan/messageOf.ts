/** What the server said, else what went wrong on the way. */
export function messageOf(error: unknown): string | undefined {
  const body = (error as { body?: { error?: { message?: string } } }).body;
  return (
    body?.error?.message ?? (error instanceof Error ? error.message : undefined)
  );
}
