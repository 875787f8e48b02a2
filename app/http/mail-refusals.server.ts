/** Why a link was not sent, in words for the form that asked for it. */
export const mailRefusals = {
  "invalid-email": { status: 400, fields: { email: "Enter an e-mail address such as ada@example.com." }, form: null },
  "too-many-attempts": {
    status: 429,
    fields: {},
    form: "Too many attempts from your network. Wait a minute, then try again.",
  },
  "too-many-mails": {
    status: 429,
    fields: {},
    form: "Several links were sent to this address in the last quarter of an hour. Use the newest, or wait a while.",
  },
};
