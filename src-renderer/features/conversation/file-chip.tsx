import './file-chip.css'
import { Download, FileText, Film, Mic } from 'lucide-react'
import type { Media } from '../../../src-preload/contract/conversation'
import { classNames } from '../../ui/class-names'
import { sizeWords } from '../../ui/size-words'
import { useSaving } from './use-saving'

const icons = { document: FileText, video: Film, voice: Mic, photo: FileText, sticker: FileText } as const

/** A file that was sent: its name and size, and a click that saves it. */
export function FileChip({ ticketId, media }: { readonly ticketId: string; readonly media: Media }) {
  const { isBusy, isSaved, why, save } = useSaving(ticketId, media.fileId)
  const Icon = icons[media.kind]
  const size = sizeWords(media.sizeBytes)
  const state = isBusy
    ? `Fetching ${size}`
    : why !== null
      ? `${why} Try again`
      : isSaved
        ? `${size}, saved`
        : size
  return (
    <button
      type="button"
      className={classNames('file-chip', why !== null && 'wrong')}
      aria-label={`Save ${media.name}, ${state}`}
      aria-busy={isBusy}
      onClick={save}
    >
      <Icon size={18} />
      <span className="file-words">
        <bdi className="clip">{media.name}</bdi>
        <small>{state}</small>
      </span>
      <Download size={15} className="file-save" />
    </button>
  )
}
