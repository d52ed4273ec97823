import { basename, join } from 'node:path'
import type { Recorded } from '../../core/desk/events'
import { crc32, hexOf } from './crc32'
import { JournalDamage } from './damage'
import type { Disk } from './disk'
import { encodeLine } from './line'
import { eachLine } from './scan'
import { SegmentFolder } from './segment-folder'

const batchBytes = 1 << 20

/**
 * Brings a store of format 1 to format 2: `journal.jsonl`, one event a line as `crc json`, becomes segments.
 * The old file stays as `journal.jsonl.format-1`. A crash on the way leaves the old file and the next start
 * begins anew. Each event carried over is
 * shown to `visit`. Answers how many those were, or null if there was nothing to do.
 *
 * @throws {JournalDamage} if the old file has readable events behind unreadable ones and `isDamageFine` is
 * not set; an unreadable end is a write that was never finished.
 */
export async function migrateFormat1(
  disk: Disk,
  directory: string,
  segmentBytes: number,
  isDamageFine: boolean,
  visit: (recorded: Recorded) => void,
): Promise<number | null> {
  const old = join(directory, 'journal.jsonl')
  const target = join(directory, 'journal')
  if (!(await disk.list(directory)).includes(basename(old))) return null
  let events: number | null = null
  if ((await disk.list(target)).length === 0) {
    const unfinished = join(directory, 'journal.unfinished')
    for (const name of await disk.list(unfinished)) await disk.remove(join(unfinished, name))
    await disk.makeFolder(unfinished)
    const segments = new SegmentFolder(disk, unfinished, segmentBytes)
    events = await carryOver(disk, old, segments, isDamageFine, visit).finally(() => segments.close())
    await disk.rename(unfinished, target)
    await disk.syncFolder(directory)
  }
  await disk.rename(old, `${old}.format-1`)
  await disk.syncFolder(directory)
  return events
}

async function carryOver(
  disk: Disk,
  old: string,
  segments: SegmentFolder,
  isDamageFine: boolean,
  visit: (recorded: Recorded) => void,
): Promise<number> {
  const file = await disk.open(old, 'read')
  try {
    let offset = 0
    let seq = 0
    for (;;) {
      const lines: Buffer[] = []
      const firstSeq = seq + 1
      let bytes = 0
      const stop = await eachLine(file, offset, (line) => {
        const recorded = decode(line)
        if (bytes > batchBytes || recorded?.seq !== seq + 1) return false
        const anew = encodeLine(++seq, lines.length, true, JSON.stringify(recorded))
        lines.push(anew)
        visit(recorded)
        bytes += anew.length
        return true
      })
      if (lines.length === 0) {
        const size = await file.size()
        if (!isDamageFine && (await hasEvents(stop))) {
          throw new JournalDamage(
            `The history cannot be read beyond event ${seq} (${basename(old)}, byte ${stop}).`,
            old,
            stop,
            seq,
            size - stop,
          )
        }
        return seq
      }
      await segments.append(Buffer.concat(lines), firstSeq)
      offset = stop
    }
  } finally {
    await file.close()
  }

  async function hasEvents(from: number): Promise<boolean> {
    let found = false
    await eachLine(file, from, (line) => {
      found = decode(line) !== null
      return !found
    })
    return found
  }
}

/** Format 1's line: `crc json`. Null if the CRC is wrong. */
function decode(line: Buffer): Recorded | null {
  const json = line.subarray(9)
  if (line.length < 11 || line.toString('latin1', 0, 8) !== hexOf(crc32(json))) return null
  return JSON.parse(json.toString('utf8')) as Recorded
}
