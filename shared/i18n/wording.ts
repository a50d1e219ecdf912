/** The shape of a catalogue: same keys, any words. Keeps translations complete at compile time. */
export type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> }
