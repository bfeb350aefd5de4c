/** Starter guidelines for rating five attributes of each response. */
export const fiveAttributesGuidelines = `# What this project is about

You rate each response on its own, from 0 to 4, on five attributes.
When a task shows several responses, do not rank them: two can be equally good, or equally bad.

## Before you rate

1. Read the whole conversation and then the whole response.
2. Check what can be checked: facts, figures, code, quotations.
3. Read the description of a point before you choose it. The words decide, not the number.

## Helpfulness

What the response does for the person who asked. **4**: you would send it as it is. **0**: it misses the request entirely.

## Correctness

True and complete. An invented detail and a missing necessary one both lower the rating.
When you cannot check a claim and it matters, skip the task.

## Coherence

Clear, consistent, easy to follow. A wrong answer can be perfectly coherent, so do not lower this for errors of fact.

## Complexity

How much learning it took to write this, from everyday words (**0**) to an expert's (**4**). It is a description: high is not better than low.

## Verbosity

How long it is *for what was asked*, from the bare answer (**0**) to much too long (**4**). **2** is just right. It is a description too.

## Keep the attributes apart

A response that you like tends to get high ratings everywhere. Stop at each attribute and ask only its own question:
a long, clear, wrong answer is coherent **4**, correct **0**, verbose **4**.

## When you cannot judge

Skip a task that needs knowledge you do not have, or that is broken, and say which. Flag a task that worries you.
`;
