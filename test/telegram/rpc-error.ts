/** An error as the service names it (core.telegram.org/api/errors). Clients match on the name, not the code. */
export class RpcError extends Error {
  override readonly name = 'RpcError'

  constructor(
    readonly code: number,
    /** Such as `TOPIC_CLOSED`; numbers stand at the end, as in `FLOOD_WAIT_30`. */
    readonly errorName: string,
  ) {
    super(errorName)
  }
}

export function badRequest(errorName: string): RpcError {
  return new RpcError(400, errorName)
}
