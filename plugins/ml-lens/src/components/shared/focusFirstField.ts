/**
 * As the `ref` of something that opens on demand: puts the focus into its first
 * field, where whoever opened it goes on.
 */
export function focusFirstField(node: HTMLElement | null) {
  node?.querySelector<HTMLElement>('input, textarea')?.focus();
}
