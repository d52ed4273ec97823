import type { Failure } from '../../src-preload/contract/outcome'
import { type Log, StorageFull } from '../core/ports'
import { Refusal } from '../core/refusal'

/**
 * What the window is told when a command did not work. Expected refusals cross as they are; anything else is a
 * defect: it goes to the log and crosses without detail, because its message may quote a path or a customer.
 */
export function failureOf(error: unknown, channel: string, log: Log): Failure {
  if (error instanceof Refusal) return error.toFailure()
  if (error instanceof StorageFull)
    return { code: 'storage-full', message: 'The disk is full. Nothing was lost.' }
  log.error(`${channel} failed.`, withoutMessage(error))
  return { code: 'internal', message: 'Something went wrong. Nothing was lost.' }
}

/** Where an error came from, without what it says: messages may quote a customer, places in the code cannot (R164). */
export function withoutMessage(error: unknown): Error {
  const bare = new Error()
  if (!(error instanceof Error)) {
    bare.name = `thrown ${typeof error}`
    bare.stack = bare.name
    return bare
  }
  bare.name = error.name
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  bare.stack = [error.name, ...places].join('\n')
  return bare
}
