import { Api } from 'telegram'
import { big } from '../../tl/values'
import { method } from '../method'

/** core.telegram.org/method/upload.saveFilePart */
export const saveFilePart = method(Api.upload.SaveFilePart, 'signed-in', ({ desk, me }, request) => {
  desk.files.savePart(me.id, big(request.fileId), request.filePart, request.bytes)
  return true
})

/** core.telegram.org/method/upload.saveBigFilePart: files above 10 MB. */
export const saveBigFilePart = method(Api.upload.SaveBigFilePart, 'signed-in', ({ desk, me }, request) => {
  desk.files.savePart(me.id, big(request.fileId), request.filePart, request.bytes)
  return true
})
