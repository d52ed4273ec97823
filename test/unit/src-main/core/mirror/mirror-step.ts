import fc from 'fast-check'
import { anna, ravi } from '../desk-on-paper'

const nth = fc.nat(20)
const commands = ['/claim', '/resolve', '/wait', '/hold soon', '/reopen', '// a note', '/nonsense'] as const

/** One thing that may happen to a bot's chat and its topic, at either side, at the desk or on the way. */
export type MirrorStep =
  | { readonly do: 'says' | 'answers' | 'answers-of-before' | 'program-says'; readonly files: number }
  | { readonly do: 'command'; readonly text: (typeof commands)[number]; readonly files: number }
  | {
      readonly do:
        | 'customer-edits'
        | 'colleague-edits'
        | 'colleague-deletes'
        | 'repeat'
        | 'desk-edits'
        | 'desk-deletes'
      readonly nth: number
    }
  | { readonly do: 'close' | 'reopen' | 'delete' | 'recreate' | 'leave' | 'follow' | 'block' | 'unblock' }
  | { readonly do: 'reply'; readonly after: 'nothing' | 'wait' | 'resolve' }
  | { readonly do: 'status'; readonly to: 'open' | 'resolved' | 'closed' }
  | { readonly do: 'assign'; readonly to: string | null }
  | { readonly do: 'send'; readonly how: 'sent' | 'lost' | 'refused'; readonly nth: number }
  | { readonly do: 'hear'; readonly count: number }
  | { readonly do: 'retry' | 'discard' | 'wait' | 'set-back'; readonly nth: number }
  | { readonly do: 'sign-out' | 'sign-in' }

export const mirrorStep: fc.Arbitrary<MirrorStep> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['says', 'says', 'answers', 'answers', 'answers-of-before', 'program-says'] as const),
      ),
      files: fc.nat(2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      text: fc.constantFrom(...commands),
      files: fc.constantFrom(0, 0, 1, 2),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'customer-edits' as const,
        'colleague-edits' as const,
        'colleague-deletes' as const,
        'repeat' as const,
      ),
      nth,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('desk-edits' as const, 'desk-edits' as const, 'desk-deletes' as const),
      nth,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['close', 'reopen', 'close', 'reopen', 'delete', 'recreate'] as const),
        ...(['leave', 'follow', 'block', 'unblock'] as const),
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('reply' as const),
      after: fc.constantFrom('nothing' as const, 'wait' as const, 'resolve' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('status' as const),
      to: fc.constantFrom('open' as const, 'resolved' as const, 'closed' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('assign' as const), to: fc.constantFrom(anna.id, ravi.id, null) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      how: fc.constantFrom('sent' as const, 'sent' as const, 'lost' as const, 'refused' as const),
      nth: fc.nat(2),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('hear' as const), count: fc.integer({ min: 1, max: 5 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('retry' as const, 'discard' as const, 'wait' as const, 'set-back' as const),
      nth: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('sign-out' as const, 'sign-in' as const) }) },
)
