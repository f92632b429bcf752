"""The ground floor: values, errors, requests to an engine and what comes back, and their packing into JSON lines."""
