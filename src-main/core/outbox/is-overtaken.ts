import type { Ticket } from '../ticket/ticket'
import type { ReplyEntry } from './entries'

/**
 * Whether the customer wrote after whoever wants a reply sent last said so: then it does not answer that. Who sends a
 * stopped reply anyway has read it.
 */
export function isOvertaken(
  { customerPosition }: Pick<Ticket, 'customerPosition'>,
  { seq, againSeq = seq }: Pick<ReplyEntry, 'seq' | 'againSeq'>,
): boolean {
  return customerPosition > againSeq
}
