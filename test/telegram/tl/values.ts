import { returnBigInt } from 'telegram/Helpers.js'

/** The library's 64-bit integer. */
export type Long = ReturnType<typeof returnBigInt>

/** A native integer as the library wants it. */
export function long(value: bigint | number): Long {
  return returnBigInt(value)
}

/** The library's integer as a native one. */
export function big(value: Long | bigint | number): bigint {
  return typeof value === 'bigint' ? value : BigInt(value.toString())
}

/** Users and chats have ids below 2^53: plain numbers inside the data centre. */
export function id(value: Long | bigint | number): number {
  return Number(value.toString())
}

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** Leaves out what is undefined, for optional TL fields under `exactOptionalPropertyTypes`. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>
}

/** The library types some message ids as "an id or a message"; off the wire they are always ids. */
export function messageId(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError('a message id off the wire is a number')
  return value
}
