import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Log } from '../../core/ports'
import { factsOfError } from './facts-of-error'
import { rotate } from './rotate'

/** A log that can be let go of. */
export interface FileLog extends Log {
  close(): void
}

/** Lines that wait while the disk refuses them; older ones are given up first beyond this (characters). */
const waitingLength = 1 << 20

/**
 * The desk's log: `desk.log` in `folder`, one JSON object a line. A log that has grown is set aside at start;
 * the last three are kept. A disk that refuses the log never stops the desk.
 */
export function openLog(folder: string): FileLog {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'desk.log')
  rotate(path)
  const file = pino.destination({ dest: path, sync: true, mode: 0o600, maxLength: waitingLength })
  file.on('error', () => {
    // Nowhere left to tell it: the log itself is what failed.
  })
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, file)
  return {
    info: (what, facts = {}) => log.info(facts, what),
    warn: (what, facts = {}) => log.warn(facts, what),
    error: (what, error) => log.error(factsOfError(error), what),
    close: () => file.end(),
  }
}
