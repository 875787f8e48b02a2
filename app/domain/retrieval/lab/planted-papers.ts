/**
 * The papers of an invented company, written for the planted failures: small enough to read, and full of what makes
 * retrieval go wrong: two departments with one word for different things, a name nobody would ask for, a date in a long
 * page.
 */
import { cutIntoChunks, type ChunkSize } from "../chunk.ts";
import type { Passage } from "../passage.ts";

type Paper = { id: string; title: string; sections: readonly { heading: string; paragraphs: readonly string[] }[] };

export const papers: readonly Paper[] = [
  {
    id: "hardware-returns",
    title: "Hardware desk",
    sections: [
      {
        heading: "Returns and refunds",
        paragraphs: [
          "Our refund policy lets customers send back hardware within 30 days. The refund covers the full price when the box is unopened. An opened device is refunded at 85 percent.",
          "A refund needs the serial number and the delivery note. The refund is paid to the card that was charged, within ten working days after the device has been inspected.",
          "Our refund policy does not cover cables, toner and other consumables, nor devices with damage from use.",
        ],
      },
      {
        heading: "Questions about refunds",
        paragraphs: [
          "A device that arrives broken is replaced first; a refund is offered when no replacement is in stock.",
          "Business customers have the same 30 days, counted from delivery to the office. Shipping is paid back only when the fault is ours.",
        ],
      },
      {
        heading: "Warranty and repairs",
        paragraphs: [
          "Every device has two years of warranty. A repair takes about eight working days, and a loan device is offered for laptops.",
        ],
      },
    ],
  },
  {
    id: "software-licences",
    title: "Software desk",
    sections: [
      {
        heading: "Licences and subscriptions",
        paragraphs: [
          "A licence is tied to one person and may be moved to a colleague once a month. Software subscriptions renew every year, and a reminder is sent 45 days before. Volume licences begin at ten seats and are invoiced each quarter.",
          "For software the policy is shorter: a refund of the licence within 14 days of purchase, provided that the key was used on no more than one machine. The key stops working on the day the refund is made.",
          "Older keys of the desktop edition can be exchanged for a subscription. Trial keys run for 30 days and end by themselves. Seats that are not used can be cancelled at the next renewal.",
        ],
      },
      {
        heading: "Installing software",
        paragraphs: [
          "Software is installed from the portal. Administrators can roll it out to all machines at night. Updates of software arrive on the second Tuesday of a month.",
        ],
      },
      {
        heading: "Licensing of software for schools",
        paragraphs: [
          "Schools pay half of the price of a software licence. Proof of enrolment is asked for once a year, and the policy on pupil data applies.",
        ],
      },
    ],
  },
  {
    id: "who-is-who",
    title: "Who is who",
    sections: [
      {
        heading: "Management and assistants",
        paragraphs: [
          "The board meets on the first Thursday of a month, in the large room on the fourth floor. Visitors sign in at the front desk. The annual meeting of owners is held in May.",
          "Ingrid Solheim leads the company as managing director. Write to her at i.solheim@norrfjord.example; her assistant Per Aune keeps her diary. Tomas Reyes runs finance, Aiko Mori runs product, and Lena Brandt is responsible for people and offices.",
          "Portraits for the press are in the media folder. Requests for talks and interviews go through the communications team, which answers within two working days. Gifts above 40 dollars are returned with a note of thanks.",
        ],
      },
      {
        heading: "Front desk and telephone",
        paragraphs: [
          "The front desk answers the telephone from 8 to 17 o'clock. Parcels are kept for a week. Lost badges are replaced on the same day.",
        ],
      },
    ],
  },
  {
    id: "mail-rules",
    title: "Office handbook",
    sections: [
      {
        heading: "Email rules",
        paragraphs: [
          "Email is answered within one working day. Do not send passwords by email. An email to everybody needs the approval of communications.",
        ],
      },
      {
        heading: "Email signatures",
        paragraphs: [
          "An email signature holds name, team and telephone number. Logos in an email signature are not allowed. The template for email signatures is in the portal.",
        ],
      },
      {
        heading: "Suspicious email",
        paragraphs: [
          "An email that asks for gift cards in the name of somebody important is a fraud. Nobody here asks for money by email. Forward such an email to the security team and delete it.",
        ],
      },
      {
        heading: "Travel",
        paragraphs: [
          "Trains come before flights below six hours. Hotels cost at most 160 dollars a night. Receipts are handed in within 30 days.",
        ],
      },
    ],
  },
  {
    id: "reporting",
    title: "Finance guide",
    sections: [
      {
        heading: "Quarterly reports",
        paragraphs: [
          "A report describes what a team did in a quarter and what it cost. It has five pages at most. The first page is the summary, the second holds the figures, and the rest explains what changed since the quarter before. Charts use the colours of the template.",
          "Figures are taken from the ledger on the last day of the quarter and are not changed afterwards. Amounts above 10,000 dollars are explained in a sentence. Costs that belong to several teams are split by head count. Currencies are converted at the rate of the last day.",
          "A lead reads the report before it is sent. Two signatures are needed where a budget was exceeded. Drafts stay in the folder of the team; final reports go to the archive, where they are kept for ten years. Earlier reports are never overwritten.",
          "For Q1, Q2 and Q3 reports are handed in on the tenth working day after the quarter. For Q4 the auditors come early: the deadline for reports is 8 January at noon, without exception. Late ones are listed on the first page of the annual statement.",
          "Questions about a report are answered by the controller of the region. The template is renewed every spring. Teams that were founded during a quarter report from their first day. Teams that were closed report one last time.",
        ],
      },
    ],
  },
  {
    id: "q4-planning",
    title: "Planning",
    sections: [
      {
        heading: "Deadline for Q4 budgets",
        paragraphs: [
          "The deadline for Q4 budgets is 15 September. A budget after the deadline waits for the next round. Deadlines for Q4 hiring plans are set by people and offices.",
        ],
      },
      {
        heading: "Deadlines of sales in Q4",
        paragraphs: [
          "Sales forecasts for Q4 have a deadline on 1 October. The deadline for Q4 discounts is 20 November. Lost deals are looked at in December.",
        ],
      },
      {
        heading: "Q4 goals and reports to the board",
        paragraphs: [
          "Goals for Q4 are agreed in September. The board reads reports on Q4 goals at its first meeting of the year. Comments are welcome at any time.",
        ],
      },
      {
        heading: "Deadline calendar",
        paragraphs: [
          "The calendar shows every deadline of the year by colour. Teams enter a deadline themselves. A deadline that moves is announced a week ahead. Reports of the calendar can be printed.",
        ],
      },
    ],
  },
  {
    id: "report-tools",
    title: "Tools for reports",
    sections: [
      {
        heading: "Writing Q4 reports",
        paragraphs: [
          "Q4 reports are written in the same tool as all reports. Open last year's Q4 reports for a model. The tool saves reports every minute.",
        ],
      },
      {
        heading: "What the deadline reminder does",
        paragraphs: [
          "The tool reminds authors of a deadline five days ahead. The deadline of reports can be seen by their authors only. A reminder can be switched off.",
        ],
      },
      {
        heading: "Sharing Q4 reports",
        paragraphs: [
          "Q4 reports can be shared with a link. A link ends after 30 days. Reports with names of customers are not shared.",
        ],
      },
      {
        heading: "When reports are late",
        paragraphs: [
          "Reports that miss a deadline are marked. A second reminder goes to the lead. Nobody is blamed for Q4 reports that wait for figures of others.",
        ],
      },
    ],
  },
];

/** The papers, cut as the material is; overlap and size are the reader's. */
export function makePaperPassages(size: ChunkSize): Passage[] {
  return papers.flatMap(({ id, title, sections }) =>
    sections.flatMap(({ heading, paragraphs }, nth) => {
      const section = `${nth + 1}`;
      return cutIntoChunks(
        paragraphs.map((text) => ({ text })),
        size,
      ).map(({ text }, piece): Passage => {
        const place = { kind: "section" as const, page: id, section, title, heading };
        return { ...place, id: `${id}#${section}~${piece + 1}`, also: [], text, sources: [] };
      });
    }),
  );
}
