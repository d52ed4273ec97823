import type { Api } from 'telegram'
import { beforeAll, expect, test, vi } from 'vitest'
import { loadLibrary, long, tl } from '../../../../../../src-main/adapters/telegram/library'
import type { Ask } from '../../../../../../src-main/adapters/telegram/link/ask'
import type { UpdateStream } from '../../../../../../src-main/adapters/telegram/updates/update-stream'
import { date, streamAt10 } from './forgetful-stream'

beforeAll(loadLibrary)

const state = (pts: number) => new tl.updates.State({ pts, qts: 0, date, seq: 8, unreadCount: 0 })

/** Mira writes to the bot, which brings the counter to `pts`. */
function written(pts: number, seq = 0) {
  const mira = new tl.PeerUser({ userId: long(8) })
  const message = new tl.Message({ id: pts, peerId: mira, fromId: mira, date, message: `at ${pts}` })
  const users = [new tl.User({ id: long(8), accessHash: long(5), firstName: 'Mira' })]
  const updates = [new tl.UpdateNewMessage({ message, pts, ptsCount: 1 })]
  return new tl.Updates({ updates, users, chats: [], date, seq })
}

/** A bot that has read up to 10, by Telegram's answers to it one after the other. */
function botAt10(answers: ((stream: UpdateStream) => Api.updates.TypeDifference)[]) {
  const from: number[] = []
  const { stream, facts, counted } = streamAt10({
    kind: 'bot',
    ask: (async (request: Api.AnyRequest) => {
      if (!(request instanceof tl.updates.GetDifference)) throw new Error(request.className)
      from.push(request.pts)
      const answer = answers.shift()
      if (!answer) throw new Error('asked too often')
      return answer(stream)
    }) as unknown as Ask,
  })
  return {
    ...{ stream, from, counted },
    texts: () => facts().flatMap((fact) => (fact.kind === 'message' ? [fact.message.text] : [])),
    markedPts: () => JSON.parse(stream.marks.get('common:7') ?? '{}').pts as unknown,
  }
}

test('what a bot was told before Telegram forgot it is on the desk once, in order, and the gap stays open', async () => {
  const { stream, from, texts, markedPts, counted } = botAt10([
    (pushed) => {
      pushed.take(written(15))
      pushed.take(written(17))
      pushed.take(written(11))
      return new tl.updates.DifferenceTooLong({ pts: 16 })
    },
    () => {
      const newMessages = written(18).updates.flatMap((one) => ('message' in one ? [one.message] : []))
      return new tl.updates.Difference({
        newMessages: newMessages as Api.TypeMessage[],
        ...{ newEncryptedMessages: [], otherUpdates: [], chats: [], users: [], state: state(18) },
      })
    },
  ])
  // One waits for the numbers before it, one in a container that waits for others.
  stream.take(written(13))
  stream.take(written(14, 8))
  stream.linkUp()
  await vi.waitFor(() => expect(markedPts()).toBe(18))
  await stream.stop()
  expect(texts()).toEqual(['at 11', 'at 13', 'at 14', 'at 15', 'at 17', 'at 18'])
  expect(from).toEqual([10, 17])
  expect([counted('gapsFound'), counted('gapsClosed'), counted('duplicates')]).toEqual([1, 0, 0])
})

test('a bot that was told more than Telegram forgot does not go back', async () => {
  const { stream, from, texts } = botAt10([
    (pushed) => {
      for (const pts of [11, 12, 13]) pushed.take(written(pts))
      return new tl.updates.DifferenceTooLong({ pts: 12 })
    },
    () => new tl.updates.DifferenceEmpty({ date, seq: 5 }),
  ])
  stream.linkUp()
  await vi.waitFor(() => expect(from).toEqual([10, 13]))
  await stream.stop()
  expect(texts()).toEqual(['at 11', 'at 12', 'at 13'])
})
