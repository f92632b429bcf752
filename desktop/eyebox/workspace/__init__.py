"""What is open, without a window: pictures, chats, annotations, sessions, models, and the queue of writes."""
