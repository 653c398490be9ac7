/** What the server said, else what went wrong on the way. */
export function errorMessage(error: unknown): string {
  const body = (error as { body?: { error?: { message?: string } } }).body;
  return (
    body?.error?.message ??
    (error instanceof Error ? error.message : String(error))
  );
}

/** HTTP status of a failed call; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  return (error as { statusCode?: number } | null)?.statusCode;
}
