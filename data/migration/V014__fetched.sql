-- Which bytes of a package went out, over any of its links: it is delivered when all of them did.

ALTER TABLE delivery ADD COLUMN fetched int8multirange NOT NULL DEFAULT '{}';
