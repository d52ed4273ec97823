/** Bytes that are no TL: cut short, a wrong vector, an unknown constructor. */
export class TlError extends Error {
  override readonly name = 'TlError'

  constructor(
    message: string,
    /** Set when the constructor is unknown, as opposed to a known one with a broken body. */
    readonly unknownConstructor: number | null = null,
  ) {
    super(message)
  }
}
