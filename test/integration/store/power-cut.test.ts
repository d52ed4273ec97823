import { expect, test } from 'vitest'
import { openJournal } from '../../../src-main/adapters/store/open-journal'
import type { DeskEvent, Recorded } from '../../../src-main/core/desk/events'
import type { Journal } from '../../../src-main/core/ports'
import { silent } from '../../conformance/silent-log'
import {
  chatId,
  created,
  draft,
  edited,
  emptySmall,
  evolveSmall,
  mark,
  plain,
  received,
  step,
} from '../../conformance/small-desk'
import { chance } from './chance'
import { PowerCutDisk } from './power-cut-disk'

const directory = '/profile/store'
const topics = 4

async function open(disk: PowerCutDisk): Promise<Journal> {
  const opened = await openJournal({
    directory,
    evolve: evolveSmall,
    empty: emptySmall,
    log: silent,
    disk,
    segmentBytes: 6_000,
  })
  if (opened.kind !== 'ready') {
    throw new Error(`after a power cut the journal is ${opened.kind}: ${'what' in opened ? opened.what : ''}`)
  }
  return opened.journal
}

function someEvents(random: () => number, seq: number): DeskEvent[] {
  const topic = 1 + Math.floor(random() * topics)
  const words = 'w'.repeat(Math.floor(random() * 900))
  const all = [
    received(topic, seq + 1, words),
    created(topic),
    draft(topic, words),
    mark('pts', String(seq)),
    edited(topic, 1 + Math.floor(random() * (seq + 1)), words),
  ]
  return all.slice(0, 1 + Math.floor(random() * all.length))
}

/** Appends and checkpoints without end, several in flight; `told` hears of every append and when it is kept. */
async function workWithoutEnd(
  journal: Journal,
  random: () => number,
  told: { given(recorded: readonly Recorded[]): void; kept(seq: number): void },
): Promise<never> {
  let { state } = journal
  for (;;) {
    const inFlight: Promise<void>[] = []
    for (let count = 1 + Math.floor(random() * 5); count > 0; count--) {
      const { recorded, next } = step(state, ...someEvents(random, state.seq))
      told.given(recorded)
      inFlight.push(journal.append(recorded, next).then(() => told.kept(next.seq)))
      state = next
    }
    if (random() < 0.15) void journal.checkpoint()
    await Promise.all(inFlight)
  }
}

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'through ten power cuts nothing acknowledged is lost and nothing is half kept (seed %i)',
  async (seed) => {
    const random = chance(seed)
    let disk = new PowerCutDisk(random)
    const history: Recorded[] = []
    for (let cut = 0; cut < 10; cut++) {
      const given: Recorded[] = [...history]
      const ends = new Set([history.length])
      let keptSeq = history.length
      const dark = disk.cutAfter(1 + Math.floor(random() * 150))
      const work = open(disk).then((journal) =>
        workWithoutEnd(journal, random, {
          given: (recorded) => {
            given.push(...recorded)
            ends.add(given.length)
          },
          kept: (seq) => {
            keptSeq = seq
          },
        }),
      )
      await Promise.race([dark, work])
      disk = disk.afterCut()
      await disk.remove(`${directory}/lock`)

      const journal = await open(disk)
      const { seq } = journal.state
      expect(seq).toBeGreaterThanOrEqual(keptSeq)
      expect(ends).toContain(seq)
      history.splice(0, history.length, ...given.slice(0, seq))
      expect(plain(journal.state)).toEqual(plain(history.reduce(evolveSmall, emptySmall)))
      for (let topic = 1; topic <= topics; topic++) {
        const conversationId = `${chatId}:${topic}`
        const own = history.filter(
          ({ event }) => 'conversationId' in event && event.conversationId === conversationId,
        )
        expect(journal.read(conversationId, { limit: own.length + 1 })).toEqual(own.reverse())
      }
      await journal.close()
    }
  },
)
