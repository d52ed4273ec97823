import type { Link } from '../../../src-preload/contract/status'

/** Whether all that an account can read is read: a group it is not in any more holds up nothing else. */
export function isLevel({ kind }: Link): boolean {
  return kind === 'live' || kind === 'not-in-group'
}
