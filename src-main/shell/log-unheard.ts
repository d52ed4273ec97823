import type { Log } from '../core/ports'

/**
 * What nobody caught ends in the log, instead of in a box with the text of the error, which may quote a customer. The
 * desk goes on: what is durable is safe, and whatever failed is asked for again.
 */
export function logUnheard(process: Pick<NodeJS.Process, 'on'>, log: Log): void {
  process.on('uncaughtException', (error) => log.error('an error that nobody caught', error))
  process.on('unhandledRejection', (reason) => log.error('a rejection that nobody heard', reason))
}
