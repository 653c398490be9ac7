/** The name in an entity ref: `user:default/mika.sato` → `mika.sato`. */
export function refName(ref: string | null): string {
  return ref?.split('/').pop() ?? '';
}
