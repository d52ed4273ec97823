import { basename, join } from 'node:path'
import type { JournalDamage } from './damage'
import type { Disk } from './disk'
import { readManifests, removeManifest } from './manifest'
import { segmentNumber } from './segment-folder'

/** Where the store's folders are; see {@link openJournal}. */
export interface Folders {
  readonly journal: string
  readonly checkpoint: string
}

/**
 * Makes a damaged journal end before its damage. The damaged segment and all behind it stay in the folder as
 * they are, under names that end in `.damaged-<event>`; the readable beginning of the damaged one is written
 * anew under its name. A crash on the way leaves a journal that is damaged still, or ends where it should.
 */
export async function keepIntact(disk: Disk, folders: Folders, damage: JournalDamage): Promise<void> {
  const { journal, checkpoint } = folders
  const number = segmentNumber(basename(damage.file)) ?? 1
  const names = await disk.list(journal)
  const asideOf = (name: string) => {
    const wish = `${name}.damaged-${damage.intactSeq}`
    let aside = wish
    for (let copy = 2; names.includes(aside); copy++) aside = `${wish}-${copy}`
    return join(journal, aside)
  }
  for (const { generation, seq } of await readManifests(disk, checkpoint)) {
    if (seq > damage.intactSeq) await removeManifest(disk, checkpoint, generation)
  }
  for (const name of [...names].sort().reverse()) {
    if ((segmentNumber(name) ?? 0) > number) await disk.rename(join(journal, name), asideOf(name))
  }
  const name = basename(damage.file)
  if (names.includes(name)) {
    if (damage.intactBytes === 0) await disk.rename(damage.file, asideOf(name))
    else await rewrite(disk, damage, asideOf(name))
  }
  await disk.syncFolder(journal)
}

async function rewrite(disk: Disk, { file, intactBytes }: JournalDamage, aside: string): Promise<void> {
  const intact = (await disk.readAll(file))?.subarray(0, intactBytes) ?? Buffer.alloc(0)
  const anew = await disk.open(`${file}.tmp`, 'write')
  try {
    await anew.truncate(0)
    await anew.write(intact, 0)
    await anew.datasync()
  } finally {
    await anew.close()
  }
  await disk.link(file, aside)
  await disk.rename(`${file}.tmp`, file)
}
