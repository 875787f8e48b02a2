export function deliverMail(mailId: string): Promise<void> {
  return Promise.reject(new Error(`deliverMail is to be written: ${mailId}`));
}
