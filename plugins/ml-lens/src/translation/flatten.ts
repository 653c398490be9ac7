/** Nested messages: areas, groups, texts. */
export type NestedMessages = { [key: string]: string | NestedMessages };

/** `{ a: { b: 'x' } }` as `{ 'a.b': 'x' }`, the form translations are given in. */
export type Flattened<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? { [P in `${Prefix}${K}`]: string }
    : Flattened<T[K], `${Prefix}${K}.`>;
}[keyof T & string] extends infer U
  ? (U extends unknown ? (x: U) => void : never) extends (x: infer I) => void
    ? I
    : never
  : never;

export function flatten<T extends NestedMessages>(
  messages: T,
  prefix = '',
): Flattened<T> {
  const result: Record<string, string> = {};
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') {
      result[`${prefix}${key}`] = value;
    } else {
      Object.assign(result, flatten(value, `${prefix}${key}.`));
    }
  }
  return result as Flattened<T>;
}
