import './intake.css'
import { useEffect } from 'react'
import { Acknowledgement } from './acknowledgement'
import { FormEditor } from './form-editor'
import { saveForm } from './form-store'
import { Preview } from './preview'

/** What the bot asks, with a chat to try it out beside; and what customers are told when their ticket is there. */
export function IntakePage() {
  useEffect(() => () => void saveForm(), [])
  return (
    <div className="intake">
      <div className="intake-middle">
        <FormEditor />
        <Acknowledgement />
      </div>
      <Preview />
    </div>
  )
}
