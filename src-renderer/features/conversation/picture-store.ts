import { create } from 'zustand'
import type { Desk } from '../../../src-preload/contract/desk'

/** A picture on its way: its data URL, or why it did not come. */
export type Picture =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'failed'; readonly why: string }

const kept = 60

/** The full pictures looked at lately, by file. */
export function createPictures(desk: () => { readonly files: Pick<Desk['files'], 'picture'> }) {
  const use = create<{ readonly byFile: ReadonlyMap<string, Picture> }>(() => ({ byFile: new Map() }))

  function put(fileId: string, picture: Picture) {
    const byFile = new Map(use.getState().byFile)
    byFile.delete(fileId)
    byFile.set(fileId, picture)
    for (const id of byFile.keys()) {
      if (byFile.size <= kept) break
      byFile.delete(id)
    }
    use.setState({ byFile })
  }

  /** Fetches a picture unless it is here or on its way; one that failed is tried again. */
  async function fetchPicture(ticketId: string, fileId: string): Promise<void> {
    const held = use.getState().byFile.get(fileId)
    if (held?.kind === 'ready' || held?.kind === 'loading') return
    put(fileId, { kind: 'loading' })
    const answer = await desk().files.picture({ ticketId, fileId })
    put(
      fileId,
      answer.ok
        ? { kind: 'ready', url: `data:${answer.value.mime};base64,${answer.value.base64}` }
        : { kind: 'failed', why: answer.failure.message },
    )
  }

  return { use, fetch: fetchPicture }
}

export const pictures = createPictures(() => window.desk)
