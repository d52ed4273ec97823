import type { Failure } from '../../src-preload/contract/outcome'
import { type Log, StorageFull } from '../core/ports'
import { Refusal } from '../core/refusal'

/**
 * What the window is told when a command did not work. Expected refusals cross as they are; anything else is a
 * defect: it goes to the log, which keeps no messages of errors, and crosses without detail, because they may quote
 * a path or a customer.
 */
export function failureOf(error: unknown, channel: string, log: Log): Failure {
  if (error instanceof Refusal) return error.toFailure()
  if (error instanceof StorageFull)
    return { code: 'storage-full', message: 'The disk is full. Nothing was lost.' }
  log.error(`${channel} failed.`, error)
  return { code: 'internal', message: 'Something went wrong. Nothing was lost.' }
}
