import type { Log } from '../../src-main/core/ports'

/** A log for tests that look elsewhere. */
export const silent: Log = { info() {}, warn() {}, error() {} }
