/** Laws run a hundred cases and more, and machines can be busy: a test may take a minute before it counts as hung. */
jest.setTimeout(60_000);
