// What simulated candidates say besides the library's own answers. None of it says anything that a rubric asks for.

export const vagueness = [
  "It depends on a lot of things.",
  "There are many options and all of them have their pros and cons.",
  "I would use best practice here and keep it simple.",
  "That has to be looked at in detail with everybody involved.",
  "Modern tools are quite good at this nowadays.",
  "I think we would do it the usual way.",
  "In the end it should work well for everyone.",
  "We would see how it goes and take it from there.",
  "Something like this is done in most companies now.",
  "I would look for a solution that is robust and flexible.",
];

/** Whole sentences about anything but a system that answers questions. */
export const offTopic = [
  "My uncle kept a small hotel by the sea, and every summer the plumbing gave up in the same week in August, which taught all of us patience and a great deal about buckets.",
  "I studied in Leeds, where it rained most of the autumn, and I shared a flat with two violinists who practised until midnight and cooked wonderful soup.",
  "There is a café near my old office where they draw a swan in the foam, and we used to have our long lunches there and talk about football and holidays.",
  "When I was nineteen I drove a van for a florist, and you would not believe what people write on cards when they think nobody reads them.",
  "My daughter has just begun to play chess and beats me already, so the evenings at home have become rather humbling, to be honest with you.",
  "I once met a famous actor in a lift, and he told me that the secret of a long career is comfortable shoes, which I have never forgotten.",
  "The mountains are lovely at this time of year; we walked for nine days last spring, slept in huts and ate far too much cheese.",
  "At my brother's wedding the band missed the train, so an aunt of ours sang for three hours, and everyone still talks about that night.",
];

export const shortWords = ["Yes.", "No.", "Maybe.", "Hm.", "Nothing to add.", "Both.", "See above."];

export const notKnowings = [
  "I don't know.",
  "No idea, sorry.",
  "I do not know that.",
  "I'm not sure.",
  "I have no idea, honestly.",
  "Pass.",
  "Can I skip this one?",
  "I haven't thought about that.",
  "I can't answer that.",
  "Honestly, I don't know.",
  "That is beyond me.",
  "I've never done that.",
  "Not sure, sorry.",
  "I really don't know what to say to that.",
  "idk",
  "I couldn't say.",
];

/** Answers that admit a gap and go on to reason: they are answers. */
export const reasonedDoubts = [
  "I don't know the exact figure, but I would take last month's invoices, divide them by the number of requests and work from there.",
  "I'm not sure the logs are complete, so I would first compare them with what the payment provider recorded on the same days.",
  "No idea what the vendor charges, so let me assume ten cents per call; then the whole comes to about forty dollars a day.",
  "I would not know without a test, so I'd set up a small one with fifty cases and let two people judge them blind.",
  "I'm not sure, perhaps the old manuals were still in the index when it was built.",
  "We can't say before we have measured it; that is why the first week goes into a test set.",
];

export const insults = [
  "This is a ridiculous question and you know it.",
  "Are you even listening? Just give me the points.",
  "I will not be interrogated by a machine. Next.",
  "You clearly have no idea what you are talking about.",
  "Whatever. Your job is to pass me, so pass me.",
];

export const deflections = [
  "I have said what I have to say about that.",
  "I would leave it at what I said before.",
  "See what I said above; I have nothing to add to it.",
];

export const unrelatedQuestions = [
  "What colour is the logo?",
  "Do you offer remote work?",
  "How was the weather in Lisbon?",
  "Which team won the cup?",
  "May I have a glass of water?",
  "How many people have you interviewed today?",
];
