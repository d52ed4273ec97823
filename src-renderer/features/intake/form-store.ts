import { create } from 'zustand'
import type { IntakeForm } from '../../../src-preload/contract/intake'
import type { Failure } from '../../../src-preload/contract/outcome'
import { ask, failureOf } from '../../desk/ask'
import { keepSettings, useSettings } from '../../desk/settings-store'

/** What is being written and not kept by the desk yet; `wrong` is why it was refused. */
interface FormDraft {
  readonly draft: IntakeForm | null
  readonly wrong: Failure | null
  /** Key of the question that is open. */
  readonly open: string | null
}

export const useFormDraft = create<FormDraft>(() => ({ draft: null, wrong: null, open: null }))

const typingPauseMs = 500
let timer: ReturnType<typeof setTimeout> | undefined

/** The form as it is seen: what is being written, else what the desk has. */
export function useForm(): IntakeForm {
  const kept = useSettings(({ settings }) => settings.intake.form)
  return useFormDraft(({ draft }) => draft) ?? kept
}

/** The same, outside of drawing. */
export const formNow = (): IntakeForm =>
  useFormDraft.getState().draft ?? useSettings.getState().settings.intake.form

/** Opens a question, or closes all with null. */
export const openQuestion = (open: string | null): void => useFormDraft.setState({ open })

/** Takes a change and gives it to the desk: at once, or after a pause while somebody types. */
export function editForm(form: IntakeForm, isTyping = false): void {
  useFormDraft.setState({ draft: form })
  clearTimeout(timer)
  if (isTyping) timer = setTimeout(() => void saveForm(), typingPauseMs)
  else void saveForm()
}

/** Gives the desk what is written. Refused, it stays as it is, with the reason beside its field. */
export async function saveForm(): Promise<void> {
  clearTimeout(timer)
  const { draft } = useFormDraft.getState()
  if (draft === null) return
  try {
    const settings = await ask(window.desk.settings.change({ intake: { form: draft } }))
    keepSettings(settings)
    if (useFormDraft.getState().draft === draft) useFormDraft.setState({ draft: null, wrong: null })
  } catch (thrown) {
    if (useFormDraft.getState().draft === draft) useFormDraft.setState({ wrong: failureOf(thrown) })
  }
}

/** What is wrong with a field of the question at a place: of itself, or of what it holds. */
export function errorAt(wrong: Failure | null, place: number, field: string): string | null {
  const at = `intake.form.questions.${place}.${field}`
  return wrong?.field === at || wrong?.field?.startsWith(`${at}.`) ? wrong.message : null
}

/** The place of the question that keeps the form from being saved; null if it is none of them. */
export function wrongPlace(wrong: Failure | null): number | null {
  const place = wrong?.field?.match(/^intake\.form\.questions\.(\d+)/)?.[1]
  return place === undefined ? null : Number(place)
}
