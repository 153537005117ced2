declare const brand: unique symbol

/** A value of type `T` that has been checked to be a `Name`; only the parser of that name makes one. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name }
