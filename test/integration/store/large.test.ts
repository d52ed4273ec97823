import { expect, test } from 'vitest'
import type { DeskEvent } from '../../../src-main/core/desk/events'
import type { Journal } from '../../../src-main/core/ports'
import { chatId, created, draft, mark, plain, received, step } from '../../conformance/small-desk'
import { afterCrash, filesIn, freshFolder, openWell } from './real-files'

const events = 100_000
const topics = 3_000
const small = { segmentBytes: 1 << 20 }

/** Event `seq` of a busy desk: every fourth is no message. */
function eventOf(seq: number): DeskEvent {
  const topic = 1 + (seq % topics)
  if (seq % 8 === 0) return mark('pts', String(seq))
  if (seq % 8 === 4) return seq % 16 === 4 ? created(seq) : draft(topic, `draft ${seq}`)
  return received(topic, seq, `message ${seq}`)
}

async function fill(journal: Journal, upTo: number): Promise<void> {
  let { state } = journal
  while (state.seq < upTo) {
    const inFlight: Promise<void>[] = []
    for (let appends = 0; appends < 100 && state.seq < upTo; appends++) {
      const { recorded, next } = step(
        state,
        ...Array.from({ length: 10 }, (_, at) => eventOf(state.seq + at + 1)),
      )
      inFlight.push(journal.append(recorded, next))
      state = next
    }
    await Promise.all(inFlight)
  }
}

test('a hundred thousand events roll over many segments and are all there after any kind of start', async () => {
  const directory = await freshFolder()
  const first = await openWell(directory, small)
  await fill(first, events / 2)
  await first.checkpoint()
  await fill(first, events)
  const expected = plain(first.state)
  const check = (journal: Journal) => {
    expect(plain(journal.state)).toEqual(expected)
    for (let seq = 1; seq <= events; seq += 997) {
      const event = eventOf(seq)
      if (event.kind !== 'message-received') continue
      expect(journal.find(chatId, seq)?.conversationId).toBe(event.conversationId)
      expect(journal.latest(chatId, seq)).toMatchObject({ text: `message ${seq}`, position: seq })
    }
    const own = journal.read(`${chatId}:18`, { limit: 1_000 })
    const seqs = Array.from({ length: events }, (_, at) => events - at).filter((seq) => {
      const event = eventOf(seq)
      return 'conversationId' in event && event.conversationId === `${chatId}:18`
    })
    expect(own.map(({ seq }) => seq)).toEqual(seqs)
  }
  check(first)
  expect((await filesIn(`${directory}/journal`, /\.log$/)).length).toBeGreaterThan(10)

  const crashed = await openWell(await afterCrash(directory), small)
  check(crashed)
  await crashed.close()
  await first.close()
  check(await openWell(directory, small))
})

test('a checkpoint writes only what changed', async () => {
  const directory = await freshFolder()
  const journal = await openWell(directory)
  await fill(journal, 60_000)
  await journal.checkpoint()
  const before = await filesIn(`${directory}/checkpoint`, /^codes-/)
  expect(before).toHaveLength(64)
  const { recorded, next } = step(journal.state, created(1_000_000))
  await journal.append(recorded, next)
  await journal.checkpoint()
  const after = await filesIn(`${directory}/checkpoint`, /^codes-/)
  expect(after.filter((name) => !before.includes(name))).toHaveLength(1)
  expect(await filesIn(`${directory}/checkpoint`, /^manifest-/)).toHaveLength(2)
})
